"""Second stage: persons, their tenures as stated and their ranks, block by block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.derive.blocks import derive_block
from graph.derive.inference import strip_inference
from graph.derive.readings import BlockReading
from graph.derive.whole import block_of_act
from graph.model import Act, Notice, Organization, Post
from graph.store import stored
from graph.store.derived import Difference
from graph.store.run import Run, batches

BLOCKS = 1500
"""Blocks a batch: about 2,000 acts, since most names have one or two."""


def derive_blocks(run: Run, keys: Sequence[str]) -> None:
    """Reads these blocks again; organizations and persons whose tenures change become pending."""
    judgements = stored.judgements(run.graph)
    done = 0
    for batch in batches(keys, BLOCKS):
        acts, notices = _acts(run, batch)
        _write(run, [derive_block(block, acts.get(block, ()), notices, judgements) for block in batch])
        done += len(batch)
        run.progress("persons", done, len(keys))


def _acts(run: Run, blocks: Sequence[str]) -> tuple[dict[str, list[Act]], dict[str, Notice]]:
    known = run.known
    acts = {block: list(known.acts[block].values()) for block in blocks if block in known.acts}
    read = stored.acts_of_blocks(run.graph, [block for block in blocks if block not in acts])
    wanted = {act.notice_id for act in read} | {act.notice_id for group in acts.values() for act in group}
    notices = stored.by_key(known.notices, wanted)
    notices |= stored.notices_by_id(run.graph, wanted - notices.keys())
    by_block: dict[str, list[Act]] = defaultdict(list, acts)
    for act in read:
        by_block[block_of_act(act, notices)].append(act)
    return by_block, notices


def _write(run: Run, readings: Sequence[BlockReading]) -> None:
    """Writes what differs from the store, where inferred ends stand on the tenures and are left alone."""
    known = run.known
    fresh = {reading.block for reading in readings if known.nothing_derived or reading.block in known.acts}
    before = stored.block_rows(run.graph, [reading.block for reading in readings if reading.block not in fresh])
    stated = {tenure.tenure_id: tenure for tenure in strip_inference(before.tenures.values())}
    tenures = {tenure.tenure_id: tenure for reading in readings for tenure in reading.tenures}
    about = {act_id: post for reading in readings for act_id, post in reading.about.items()}

    difference = Difference()
    changed = difference.persons(before.persons, (person for reading in readings for person in reading.persons))
    _write_bodies(run, difference, readings)
    other = difference.tenures(stated, tenures.values())
    other_ranks = difference.ranks(before.ranks, (rank for reading in readings for rank in reading.ranks))
    difference.acts("CONCERNS", before.concerns, {a: p for reading in readings for a, p in reading.concerns.items()})
    difference.acts("ABOUT", before.about, about)
    difference.issues(before.issues, (issue for reading in readings for issue in reading.issues))

    for reading in readings:
        known.take_block(reading, new=reading.block in fresh)
        run.counts["persons"] += len(reading.persons)
        run.counts["tenures"] += len(reading.tenures)
        run.counts["ranks"] += len(reading.ranks)
    changed |= {rows[tenure_id].person_id for tenure_id in other for rows in (stated, tenures) if tenure_id in rows}
    # A person's tenures elsewhere count in the reading of each body (lineages), so all of their bodies are looked at.
    bodies = {t.organization_id for rows in (stated, tenures) for t in rows.values() if t.person_id in changed}
    bodies |= {before.ranks[rank_id].organization_id for rank_id in other_ranks if rank_id in before.ranks}
    left = {post for act_id, post in before.about.items() if about.get(act_id) != post}
    bodies |= {post.organization_id for post in stored.posts_by_id(run.graph, left).values()}
    run.write(difference, {"organization": bodies, "person": changed})


def _write_bodies(run: Run, difference: Difference, readings: Iterable[BlockReading]) -> None:
    """The posts of these blocks and the bodies that hold a post or a rank of theirs, unless this run has written them before."""
    known = run.known
    posts = {post.post_id: post for reading in readings for post in reading.posts}
    used = {post.organization_id for post in posts.values()}
    used |= {rank.organization_id for reading in readings for rank in reading.ranks}
    named = {body.organization_id: body for reading in readings for body in reading.organizations}
    bodies: dict[str, Organization] = stored.by_key(named, used - known.seen_bodies)
    posts = stored.by_key(posts, posts.keys() - known.seen_posts)
    stored_bodies = stored.organizations_by_id(run.graph, bodies)
    stored_posts: dict[str, Post] = {}
    if known.nothing_derived:
        known.take_new_bodies(bodies)
    else:
        stored_posts = stored.posts_by_id(run.graph, posts)
        known.take_new_bodies(bodies.keys() - stored.occupied_organizations(run.graph, stored_bodies))
    difference.organizations(stored_bodies, bodies.values())
    difference.posts(stored_posts, posts.values())
    known.seen_posts |= posts.keys()
    known.seen_bodies |= bodies.keys()
