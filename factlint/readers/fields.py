"""Names of fields and sections: what stands before a colon and is no speaker ("Date:", "Note:", "Key points:")."""

_FIELDS = frozenset(
    """about abstract address agenda answers appendix article attendance attendees attention author authors background
    breaking by caption category caution cc chairperson chairpersons chart city comment comments conclusion contact
    contacts content contents copyright correction date dated deadline definition definitions description disclaimer
    document download duration editor editors email example exclusive facts fax figure files filed finally first fifth
    footnote for fourth from guests headline headlines highlights hint host hosts image important information
    introduction issued keyword keywords language last later lead level link links list location mail media method
    methodology mobile moderators more name next note notes number objective objectives overview page panel panelists
    participants phone photo photos picture place posted presenters press price priority product production published publisher
    purpose ranking rank read recommendation recommendations reference references related release released remarks
    reminder report reported reporting result results risk risks schedule scope second section see series share shares
    sixth size slide source sources speakers status subject subtitle summary table tables tag tags tel telephone text
    theme third time timeline tip title to today topic topics total type update updated updates url venue version via
    video warning website week what when where who why how year yesterday tomorrow""".split()
)
_TAILS = frozenset(
    """address agenda announcement areas background basis benefits bulletin call change changes challenges comments
    conference contact contacts costs data date details developments edition ended examples facts factors figures
    findings following framework goals guidance highlights hours income indicators information initiatives items
    level links list margin measures messages name note notes number objectives outcomes outlook overview performance
    period plan points policy principles priorities profit progress projects questions reading recommendations release
    reasons report results revenue revenues risks sales schedule section sources speakers statement statements statistics steps
    summary table takeaways targets tasks terms text time title topics total trends update updates value ways works
    """.split()
)


def is_field(words: str) -> bool:
    """Say whether the words before a colon name a field or a section rather than a speaker: Date, Next release."""
    parts = words.lower().replace("\u2019", "'").strip(" *_").split()
    if not parts or len(parts) > 6:
        return False
    first, last = parts[0].rstrip(".,"), parts[-1].rstrip(".,")
    if len(parts) == 1:
        return first in _FIELDS or first in _TAILS
    return (len(parts) <= 3 and first in ("date", "note", "next", "key", "contact", "for")) or last in _TAILS
