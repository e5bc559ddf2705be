"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const [CONFIRMED, CONFLICTING] = [0, 1];
  const data = JSON.parse($("data").textContent);
  const figures = data.figures.map(([state, sheet, start, spot, links, reading], at) =>
    ({ id: at + 1, state, sheet, start, spot, links: links.map((one) => data.links[one]), reading }));
  const findings = data.links.filter((link) => link.number);
  const before = [];
  let whole = 0;
  for (const [, length] of data.sheets) { before.push(whole); whole += length; }
  const rows = [...document.querySelectorAll(".r")];
  const shown = { states: new Set(["c", "x", "a"]), severities: new Set(["error", "warning", "info"]), rule: "" };
  const keys = ["c", "x", "a"];
  let chosen = null; // {figure, link}
  let marked = [];

  const element = (id) => $("f" + id);
  const make = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const words = (id) => element(id).textContent.replace(/\s+/g, " ");
  const place = (id) => {
    const { spot, sheet } = figures[id - 1];
    return data.sheets.length > 1 ? `${data.sheets[sheet][0]}, ${spot}` : spot;
  };

  // What is shown
  const counts = (link) => (!shown.rule || link.rule === shown.rule) && (!link.number || shown.severities.has(link.severity));
  const isShown = (figure) => {
    if (!shown.states.has(keys[figure.state])) return false;
    if (!figure.links.length) return !shown.rule;
    return figure.links.some((link) => counts(link) && (figure.state !== CONFLICTING || link.number));
  };
  const filter = () => {
    for (const figure of figures) element(figure.id).classList.toggle("off", !isShown(figure));
    const visible = shown.states.has("x");
    for (const link of findings) {
      for (const card of document.querySelectorAll(`[data-k="${link.number}"]`)) card.hidden = !(visible && counts(link));
    }
    strip();
    letGo();
  };
  const listed = () => (shown.states.has("x") ? findings.filter((link) => counts(link)) : []);

  // The strip
  const HEIGHTS = [16, 30, 8];
  const BINS = 500;
  const strip = () => {
    const bins = [new Set(), new Set(), new Set()];
    for (const figure of figures) {
      if (isShown(figure)) bins[figure.state].add(Math.floor((before[figure.sheet] + figure.start) * BINS / whole));
    }
    bins.forEach((bin, state) => {
      $("strip").querySelector("path." + keys[state])
        .setAttribute("d", [...bin].map((at) => `M${at}.5 30v-${HEIGHTS[state]}`).join(""));
    });
  };
  const rowAt = (y) => {
    let low = 0, high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle].getBoundingClientRect().bottom < y) low = middle + 1; else high = middle;
    }
    return rows[low];
  };
  const offsetOf = (row, y) => {
    const sheet = Number(row.id.slice(1).split("l")[0]);
    const { top, height } = row.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (y - top) / (height || 1)));
    return before[sheet] + Number(row.dataset.o) + part * (row.querySelector("p").textContent.length);
  };
  const view = () => {
    if (!rows.length || !whole) return;
    const top = document.querySelector(".bar").getBoundingClientRect().bottom;
    const from = offsetOf(rowAt(top), top), to = offsetOf(rowAt(innerHeight), innerHeight);
    const rect = $("strip").querySelector(".view");
    rect.setAttribute("x", from * BINS / whole);
    rect.setAttribute("width", Math.max(2, (to - from) * BINS / whole));
  };
  $("strip").addEventListener("click", (event) => {
    const { left, width } = $("strip").getBoundingClientRect();
    const wanted = (event.clientX - left) / width * whole;
    let best = null, least = Infinity;
    for (const figure of figures) {
      const away = Math.abs(before[figure.sheet] + figure.start - wanted) - (figure.state === CONFLICTING ? whole / 150 : 0);
      if (isShown(figure) && away < least) [best, least] = [figure, away];
    }
    if (best) choose(best);
  });

  // The chosen figure: its card, what it is joined with, and the line between them
  const letGo = () => {
    for (const one of marked) one.classList.remove("sel", "rel", "on");
    marked = [];
    document.querySelectorAll(".note").forEach((note) => note.remove());
    chosen = null;
    draw();
    step();
  };
  const mark = (one, name) => { one.classList.add(name); marked.push(one); };
  const toView = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    const head = document.querySelector(".bar").getBoundingClientRect().bottom;
    const sheet = document.querySelector("body > .note");
    const foot = sheet ? sheet.getBoundingClientRect().top - 20 : innerHeight - 60;
    const center = () => {
      one.scrollIntoView({ block: "center" });
      if (sheet) scrollBy(0, (innerHeight - (head + foot)) / 2);
    };
    if (top < head + 20 || bottom > foot) {
      center();
      requestAnimationFrame(() => { // rows drawn on the way have changed height
        center();
        level(one, one.closest(".r"));
        draw();
      });
    }
  };
  const choose = (figure, link = null, focus = true) => {
    letGo();
    const links = link ? [link] : figure.links.filter((one) => counts(one));
    chosen = { figure, link, links };
    const own = element(figure.id);
    mark(own, "sel");
    for (const one of links) {
      for (const id of one.figures) if (id !== figure.id) mark(element(id), "rel");
      const card = one.number ? $("k" + one.number) : null;
      if (card) mark(card, "on");
    }
    const row = own.closest(".r");
    const missing = figure.links.filter((one) => !(one.number && row.contains($("k" + one.number)) && !$("k" + one.number).hidden));
    if (!link && (missing.length || !figure.links.length)) note(figure, row, missing);
    toView(own);
    level(own, row);
    if (focus) {
      if (own.tagName === "SPAN") own.tabIndex = -1;
      own.focus({ preventScroll: true });
    }
    history.replaceState(null, "", "#" + (link ? "k" + link.number : "f" + figure.id));
    draw();
    step();
  };
  const note = (figure, row, links) => {
    const own = links.some((link) => link.number) ? "" : figure.state === CONFIRMED || links.length ? "ok" : "";
    const worst = links.find((link) => link.number);
    const card = make("article", `card note ${worst ? worst.severity[0] : own}`);
    const close = make("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => { letGo(); element(figure.id).focus({ preventScroll: true }); });
    card.append(close);
    const title = links.length ? (worst ? "✗ in conflict" : "✓ confirmed") : "○ alone";
    card.append(make("p", "tag", title), make("h3", "", words(figure.id)));
    if (!figure.links.length) card.append(make("p", "", "Nothing in the text to compare it with."));
    for (const link of links) {
      if (link.number) card.append(make("p", "advice", link.message));
      const places = make("ul", "places");
      for (const id of link.figures) {
        if (id === figure.id) continue;
        const item = make("li"), to = make("a", "", words(id));
        to.href = "#f" + id;
        to.dataset.f = id;
        item.append(to, make("small", "", place(id)));
        places.append(item);
      }
      if (places.childElementCount) card.append(places);
      const sums = make("ul", "sums");
      for (const line of link.sums) sums.append(make("li", "", line));
      if (link.sums.length) card.append(sums);
      card.append(make("p", "rule", `${link.name} (${link.rule})`));
    }
    if (figure.reading.length) {
      const list = make("dl");
      for (const [label, told] of figure.reading) list.append(make("dt", "", label), make("dd", "", told));
      card.append(list);
    }
    if (matchMedia("(max-width: 40rem)").matches) document.body.append(card); // a sheet at the foot of a small screen
    else beside(row).prepend(card);
    $("say").textContent = card.textContent.replace("×", "");
  };
  const beside = (row) => {
    let aside = row.querySelector("aside");
    if (!aside) { aside = make("aside"); row.prepend(aside); row.classList.add("k"); }
    return aside;
  };
  // On a wide screen the card comes level with its figure, as far as it fits into the window.
  const level = (own, row) => {
    const aside = row.querySelector("aside"), card = aside && (aside.querySelector(".note") || aside.querySelector(".on"));
    if (!card) return;
    aside.style.marginTop = "";
    if (!matchMedia("(min-width: 62.01rem)").matches) return;
    const box = card.getBoundingClientRect(), head = document.querySelector(".bar").getBoundingClientRect().bottom;
    const wanted = Math.max(head + 10, Math.min(own.getBoundingClientRect().top - 24, innerHeight - box.height - 12));
    aside.style.marginTop = `${Math.max(0, wanted - box.top)}px`;
  };

  const SVG = "http://www.w3.org/2000/svg";
  const draw = () => {
    const join = $("join");
    join.replaceChildren();
    if (!chosen) return;
    const add = (tag, attributes, text) => {
      const made = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      if (text) made.textContent = text;
      join.append(made);
    };
    const middle = (id) => {
      const rect = element(id).getClientRects()[0] || element(id).getBoundingClientRect();
      return { x: rect.left + rect.width / 2, top: rect.top, bottom: rect.bottom };
    };
    const head = document.querySelector(".bar").getBoundingClientRect().bottom;
    const from = middle(chosen.figure.id);
    for (const link of chosen.links) {
      for (const id of link.figures) {
        if (id === chosen.figure.id) continue;
        const to = middle(id), down = to.top > from.top;
        const [y1, y2] = Math.abs(to.top - from.top) < 6 ? [from.top, to.top] : down ? [from.bottom, to.top] : [from.top, to.bottom];
        const end = Math.max(head + 6, Math.min(innerHeight - 8, y2));
        const start = Math.max(head + 6, Math.min(innerHeight - 8, y1));
        const bend = y1 === from.top && y2 === to.top ? -34 : (end - start) * .45;
        const name = link.number ? link.severity[0] : "ok";
        add("path", { class: name, d: `M${from.x} ${start}C${from.x} ${start + bend} ${to.x} ${end - (bend < 0 && y2 === to.top && y1 === from.top ? -bend : bend)} ${to.x} ${end}` });
        if (start === y1) add("circle", { cx: from.x, cy: start, r: 3 });
        if (end === y2) add("circle", { cx: to.x, cy: end, r: 3 });
        else {
          const label = `${place(id)} ${down ? "↓" : "↑"}`, wide = 7.2 * label.length + 16;
          const x = Math.max(wide / 2 + 4, Math.min(innerWidth - wide / 2 - 4, to.x)), y = down ? innerHeight - 26 : head + 6;
          add("rect", { x: x - wide / 2, y, width: wide, height: 20, rx: 10 });
          add("text", { x, y: y + 14 }, label);
        }
      }
    }
  };

  // Steps
  const step = () => {
    const list = listed();
    const at = chosen && chosen.link ? list.indexOf(chosen.link) : -1;
    $("step").textContent = list.length ? `${at < 0 ? "–" : at + 1} of ${list.length}` : "none";
    $("previous").disabled = $("next").disabled = !list.length;
  };
  let last = -1;
  const find = (by) => {
    const list = listed();
    if (!list.length) return;
    let at = chosen && chosen.link ? list.indexOf(chosen.link) : last;
    at = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    last = at;
    const link = list[at], first = figures[link.figures[0] - 1];
    if (!first) { $("k" + link.number).scrollIntoView({ block: "center" }); return; }
    choose(first, link, false);
    $("k" + link.number).focus({ preventScroll: true });
    $("say").textContent = `Finding ${at + 1} of ${list.length}: ${link.message}`;
  };
  const walk = (by) => {
    const list = figures.filter((figure) => figure.state !== 2 && isShown(figure));
    if (!list.length) return;
    const at = chosen ? list.findIndex((figure) => figure.id >= chosen.figure.id) : by > 0 ? -1 : 0;
    const same = at >= 0 && chosen && list[at].id === chosen.figure.id;
    const to = at < 0 && by < 0 ? list.length - 1 : same || by < 0 ? at + by : Math.max(at, 0);
    choose(list[(to + list.length) % list.length]);
  };
  const other = () => {
    if (!chosen) return;
    const link = chosen.links.find((one) => one.figures.length > 1);
    if (!link) return;
    const at = link.figures.indexOf(chosen.figure.id);
    choose(figures[link.figures[(at + 1) % link.figures.length] - 1]);
  };

  // Clicks and keys
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const figure = target.closest(".r > p .a, .r > p .c, .r > p .x");
    const to = target.closest("[data-f], a[data-k]");
    if (figure) {
      event.preventDefault();
      if (figure.classList.contains("off")) return;
      const at = figures[Number(figure.id.slice(1)) - 1];
      if (chosen && chosen.figure === at && at.links.some((link) => link.figures.length > 1)) other(); else choose(at);
    } else if (to) {
      event.preventDefault();
      if (to.dataset.f) choose(figures[Number(to.dataset.f) - 1]);
      else {
        const link = findings.find((one) => one.number === Number(to.dataset.k));
        choose(figures[link.figures[0] - 1], link, false);
        $("k" + link.number).focus({ preventScroll: true });
      }
    } else if (target.closest(".card[data-k]") && !String(getSelection())) {
      const link = findings.find((one) => one.number === Number(target.closest(".card").dataset.k));
      if (link.figures.length && !(chosen && chosen.link === link)) choose(figures[link.figures[0] - 1], link, false);
    }
  });
  const theme = () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  const legend = () => ($("legend").open ? $("legend").close() : $("legend").showModal());
  const pressed = { n: () => find(1), p: () => find(-1), j: () => walk(1), k: () => walk(-1), o: other, t: theme, "?": legend, Escape: letGo };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    if ($("legend").open && event.key !== "?") return;
    if (event.key === "Enter" && event.target instanceof Element && event.target.classList.contains("a")) { event.target.click(); return; }
    if (Object.hasOwn(pressed, event.key)) { event.preventDefault(); pressed[event.key](); }
  });
  $("next").addEventListener("click", () => find(1));
  $("previous").addEventListener("click", () => find(-1));
  $("theme").addEventListener("click", theme);
  $("help").addEventListener("click", legend);
  const toggled = (name, set, value) => (event) => {
    const button = event.currentTarget, on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    if (on) set.add(value(button)); else set.delete(value(button));
    filter();
  };
  for (const button of document.querySelectorAll("[data-state]")) button.addEventListener("click", toggled("state", shown.states, (one) => one.dataset.state));
  for (const button of document.querySelectorAll("[data-severity]")) button.addEventListener("click", toggled("severity", shown.severities, (one) => one.dataset.severity));
  if ($("rule")) $("rule").addEventListener("change", () => { shown.rule = $("rule").value; filter(); });

  let waits = false;
  const moved = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; draw(); view(); });
  };
  addEventListener("scroll", moved, { passive: true });
  addEventListener("resize", moved);
  step();
  view();
  const from = () => {
    const [, kind, number] = /^#([fk])(\d+)$/.exec(location.hash) || [];
    const link = kind === "k" ? findings.find((one) => one.number === Number(number)) : null;
    const figure = figures[(link ? link.figures[0] : kind === "f" ? Number(number) : 0) - 1];
    if (figure) choose(figure, link, false);
  };
  from();
  addEventListener("hashchange", from);
})();
