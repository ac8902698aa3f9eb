/** Reports that are made again: templates, how the house's reports look, logos apart from what was asked for, and runs taken off the list. */
export const sql = `
CREATE TABLE report_template(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL CHECK(name <> ''), input TEXT NOT NULL CHECK(json_valid(input))) STRICT;
-- One row, or none: all as by default. logo: JSON of its kind and bytes; a column of its own, so that a step on the rest does not carry it.
CREATE TABLE report_look(
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK(id = 1), house TEXT NOT NULL DEFAULT '', logo TEXT CHECK(logo IS NULL OR json_valid(logo)),
  banner TEXT NOT NULL DEFAULT '', page_size TEXT NOT NULL DEFAULT 'a4' CHECK(page_size IN ('a4','letter'))) STRICT;
-- A report that was made stays for good, for "new since"; what is taken off the list is named here.
CREATE TABLE report_run_removed(id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER NOT NULL UNIQUE REFERENCES report_run(id)) STRICT;
-- The logo of many runs is one: each is kept once, by the hash that stands in the run's input in its place.
CREATE TABLE report_logo(hash TEXT PRIMARY KEY, logo TEXT NOT NULL CHECK(json_valid(logo))) STRICT;
`
