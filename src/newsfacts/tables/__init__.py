"""Facts as rows: one table for each kind of annotation, written as CSV, JSON Lines, Parquet or Arrow, or queried with SQL.

What a table has is data: `newsfacts.tables.definitions.TABLES` lists the tables, each with its columns, and each column says how its value is found. The
documentation, the JSON Schema and the types of every output follow from it.
"""
