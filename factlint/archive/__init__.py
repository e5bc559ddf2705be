"""The claims of many documents kept as Parquet files, and new texts held against them."""
