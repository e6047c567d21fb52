"""Reads the exports of the sample in a folder back, and holds them against each other."""
import csv, datetime, html.parser, json, pathlib, sys

import bibtexparser, openpyxl, rispy

folder = pathlib.Path(sys.argv[1])
rows = list(csv.DictReader((folder / "hits.csv").open(encoding="utf-8", newline="")))
ids = [r["id"] for r in rows]
assert len(ids) == len(set(ids)) > 40, len(ids)


def same(name, found):
    assert sorted(found) == sorted(ids), f"{name}: {len(found)} of {len(ids)}"
    print(f"{name}: {len(found)} articles")


book = openpyxl.load_workbook(folder / "hits.xlsx")
assert book.sheetnames == ["hits", "quotes", "about this export"], book.sheetnames
sheet = list(book["hits"].iter_rows(values_only=True))
at = {name: i for i, name in enumerate(sheet[0])}
same("xlsx", [r[at["id"]] for r in sheet[1:]])
for row, plain in zip(sheet[1:], rows):
    if len(plain["date"]) == 10:
        assert isinstance(row[at["date"]], datetime.datetime), row[at["date"]]
        assert row[at["date"]].strftime("%Y-%m-%d") == plain["date"]
assert all(c.data_type != "f" for r in book["hits"].iter_rows() for c in r), "a formula"

with (folder / "hits.ris").open(encoding="utf-8") as f:
    references = rispy.load(f)
same("ris", [r["id"] for r in references])
assert all(r["type_of_reference"] == "NEWS" for r in references)

parser = bibtexparser.bparser.BibTexParser(common_strings=True)
parser.ignore_nonstandard_types = False
entries = bibtexparser.loads((folder / "hits.bib").read_text("utf-8"), parser).entries
same("bib", [e["ID"] for e in entries])
assert {"english", "russian"} <= {e["langid"] for e in entries if "langid" in e} and all(len(e.get("langid", "none")) > 2 for e in entries)

same("json", [o["id"] for o in json.loads((folder / "hits.json").read_text("utf-8"))])

csl = json.loads((folder / "hits.csl.json").read_text("utf-8"))
same("csl", [o["id"] for o in csl])
for item in csl:
    assert item["type"] == "article-newspaper"
    for part in item.get("issued", {}).get("date-parts", []):
        assert 1 <= len(part) <= 3 and all(isinstance(n, int) for n in part)
    for name in item.get("author", []):
        assert name.get("literal") or name.get("family")

points = json.loads((folder / "hits.geojson").read_text("utf-8"))
assert points["type"] == "FeatureCollection"
for f in points["features"]:
    lon, lat = f["geometry"]["coordinates"]
    assert f["type"] == "Feature" and -180 <= lon <= 180 and -90 <= lat <= 90
    assert f["properties"]["id"] in ids
print(f"geojson: {len(points['features'])} points")


class Tags(html.parser.HTMLParser):
    seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert tag != "script" and not any(k.startswith("on") for k, _ in attrs)


Tags().feed((folder / "hits.html").read_text("utf-8"))
assert "article" in Tags.seen
assert "МОСКВА" in (folder / "hits.json").read_text("utf-8")
print("html: no script")
