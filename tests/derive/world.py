"""Worlds of the reference tool as records, and how far a reading agrees with what is true in them."""

from __future__ import annotations

import collections
import csv
import itertools
import subprocess
import sys
from datetime import date
from pathlib import Path

from graph.derive.readings import WholeReading
from graph.derive.seats import seats_of
from graph.ids import act_id, notice_id
from graph.model import Act, Notice

TOOL = Path(__file__).resolve().parents[3] / "shared" / "tools" / "world.py"


def make_world(folder: Path, **options: int) -> Path:
    """A world under `folder`, made by the reference tool with these options."""
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    subprocess.run([sys.executable, str(TOOL), str(folder), *words], check=True, capture_output=True)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def world_records(world: Path) -> tuple[list[Notice], list[Act]]:
    """The notices of a world, each with the place that its folder names, and their acts. Each line of a text is a clause."""
    files = {}
    for path in world.glob("notices/*/*/*.txt"):
        text = path.read_text(encoding="utf-8")
        files[path.parts[-3], text.split("\n", 4)[3]] = text
    notices: dict[tuple[str, str], Notice] = {}
    clauses: dict[tuple[str, str], list[int]] = {}
    seen = collections.Counter[tuple[str, ...]]()
    acts: list[Act] = []
    for row in rows(world / "acts.csv"):
        city = row["organization"][: row["organization"].index("市") + 1]
        key = city, row["doc_number"]
        day = date.fromisoformat(row["issued"])
        if key not in notices:
            notices[key] = _notice(city, row["doc_number"], day, files[key])
            clauses[key] = _clauses(files[key])
        fields = (row["action"], row["person"], row["gender"], row["organization"], row["post"])
        notice = notices[key].notice_id
        seen[(notice, *fields)] += 1
        acts.append(
            Act(
                act_id=act_id(notice, *fields, "", seen[(notice, *fields)]),
                notice_id=notice,
                seq=int(row["seq"]),
                clause_no=clauses[key][int(row["seq"]) - 1],
                action=row["action"],
                person=row["person"],
                gender=row["gender"],
                organization=row["organization"],
                post=row["post"],
                qualifier=tuple(filter(None, (row["qualifier"],))),
                issued_date=day,
                not_before=day,
                not_after=day,
            )
        )
    return list(notices.values()), acts


def _notice(city: str, doc_number: str, day: date, text: str) -> Notice:
    issuer = city + "人民政府"
    return Notice(
        notice_id=notice_id(issuer, doc_number, "", "", ""),
        title=text.split("\n", 2)[1],
        doc_number=doc_number,
        issuer=issuer,
        place=city,
        issued_date=day,
        not_before=day,
        not_after=day,
        marks_women="（女）" in text,
    )


def _clauses(text: str) -> list[int]:
    """The clause of each act in reading order: a line, which gives two acts where it goes on 免去其."""
    lines = text.split("决定：\n", 1)[1].split("。\n", 1)[0].split("；\n")
    return [number for number, line in enumerate(lines, 1) for _ in range(1 + ("，免去其" in line))]


def f1(hit: int, got: int, want: int) -> float:
    return 2 * hit / (got + want) if got + want else 1.0


class Comparison:
    """The figures of the reference check for a reading of a world's acts."""

    def __init__(self, world: Path, reading: WholeReading) -> None:
        self.world, self.reading = world, reading
        self.names = {person.person_id: person.name for person in reading.persons}
        bodies = {body.organization_id: body.name for body in reading.organizations}
        self.posts = {post.post_id: (bodies[post.organization_id], post.title) for post in reading.posts}
        self.truth = rows(world / "tenures.csv")
        self.issued = sorted(row["issued"] for row in rows(world / "acts.csv"))
        self.as_of = date.fromisoformat(self.issued[2 * len(self.issued) // 3])
        self.since = date.fromisoformat(self.issued[len(self.issued) // 3])
        touched = {(row["person"], row["organization"], row["post"]) for row in rows(world / "acts.csv")}
        self.seen = [row for row in self.truth if (row["person"], row["organization"], row["post"]) in touched]
        self.held = [
            (t.person_id, (self.names[t.person_id], *self.posts[t.post_id], _iso(t.start_date), _iso(t.end_date)))
            for t in reading.tenures
            if t.status != "nominated"
        ]

    def tenures(self) -> float:
        got = collections.Counter(key for _, key in self.held)
        want = collections.Counter(_key(row) for row in self.seen)
        return f1((got & want).total(), got.total(), want.total())

    def identity(self) -> tuple[float, float]:
        """Precision and recall of pairs of tenures that belong to one person."""
        uid = {_key(row): row["person_uid"] for row in self.seen}
        mine = collections.defaultdict(list)
        for person, key in self.held:
            if key in uid:
                mine[key[0]].append((person, uid[key]))
        both = ours = theirs = 0
        for group in mine.values():
            for (p, u), (q, v) in itertools.combinations(group, 2):
                both, ours, theirs = both + (p == q and u == v), ours + (p == q), theirs + (u == v)
        return (both / ours if ours else 1.0), (both / theirs if theirs else 1.0)

    def vacancies(self) -> float:
        day = self.as_of
        vacant = {
            self.posts[v.post_id]
            for v in self.reading.vacancies
            if v.since_not_after
            and v.since_not_after <= day
            and (v.until_not_before is None or v.until_not_before > day)
            and not (v.until_not_after and v.until_not_before is None)
        }
        chief = collections.defaultdict(list)
        for row in self.truth:
            if seats_of(row["post"], row["organization"])[0] == "one":
                chief[row["organization"], row["post"]].append(row)
        at = day.isoformat()
        true = {
            post
            for post, spells in chief.items()
            if not any((r["start"] or "0") <= at < (r["end"] or "9") for r in spells)
            and any(r["end"] and r["end"] <= at for r in spells)
        }
        return f1(len(vacant & true), len(vacant), len(true))

    def chains(self, found: set[tuple[tuple[str, ...], ...]]) -> float:
        """How many of the chains that the notices decide are told in `found`: tuples of person, from and to."""
        since, until = self.since.isoformat(), self.as_of.isoformat()
        name = {row["person_uid"]: row["person"] for row in self.truth}
        issued = {
            f"{row['organization'][: row['organization'].index('市') + 1]}/{row['doc_number']}": row["issued"]
            for row in rows(self.world / "acts.csv")
        }
        moves, crowd = rows(self.world / "moves.csv"), collections.Counter()
        chains = collections.defaultdict(list)
        for row in moves:
            if since <= issued[row["notice"]] <= until:
                chains[row["chain"]].append(
                    (name[row["person_uid"]], row["from_organization"], row["from_post"], row["to_organization"], row["to_post"])
                )
            crowd[row["notice"], "out", row["from_organization"], row["from_post"]] += 1
            crowd[row["notice"], "in", row["to_organization"], row["to_post"]] += 1
        vague = {
            row["chain"]
            for row in moves
            for organization, post in (("from_organization", "from_post"), ("to_organization", "to_post"))
            for way in ("out", "in")
            if row[organization] and crowd[row["notice"], way, row[organization], row[post]] > 1
        }
        told = {tuple(chain) for key, chain in chains.items() if len(chain) > 2 and key not in vague}

        def same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
            return a == b or (a[:3] == b[:3] and not any(a[3:]))

        inside = sum(
            any(len(f) - i >= len(c) and all(map(same, c, f[i : i + len(c)])) for f in found for i in range(len(f))) for c in told
        )
        broken = sum(any(a[1:3] != b[3:5] for a, b in itertools.pairwise(chain)) for chain in found)
        return f1(inside, len(told) + broken, len(told))

    def changes(self) -> dict[str, tuple[int, int]]:
        """Of each organization the people who entered and who left between `since` and `as_of`, as is true in the world."""
        stays = collections.defaultdict(lambda: collections.defaultdict(list))
        for row in self.truth:
            stays[row["organization"]][row["person_uid"]].append((row["start"] or "0", row["end"] or "9"))
        since, until = self.since.isoformat(), self.as_of.isoformat()
        found = {}
        for organization, people in stays.items():
            entries = exits = 0
            for held in people.values():
                entries += sum(since <= start <= until and not any(a < start <= b for a, b in held) for start, _ in held)
                exits += sum(since <= end <= until and not any(a <= end < b for a, b in held) for _, end in held)
            found[organization] = entries, exits
        return found


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _key(row: dict[str, str]) -> tuple[str, str, str, str, str]:
    return (row["person"], row["organization"], row["post"], row["start"], row["end"])
