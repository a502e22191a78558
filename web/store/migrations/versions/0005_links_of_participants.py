"""Private links in a table of their own: of several scopes, expiring, revocable"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LIFETIME = timedelta(days=30)
MAILS_KEY = "fk_mails_registration_id_registrations"
HASH_KEY = "uq_registrations_link_hash"
OWN = "own"

events = sa.table("events", sa.column("id"), sa.column("content"))
registrations = sa.table(
    "registrations",
    *(sa.column(name) for name in ("id", "event_id", "content", "participant", "link_hash")),
    sa.column("created_at", sa.DateTime()),
)
links = sa.table(
    "links",
    *(sa.column(name) for name in ("event_id", "participant", "scope", "hash", "revoked_at")),
    sa.column("created_at", sa.DateTime()),
    sa.column("expires_at", sa.DateTime()),
)


def upgrade() -> None:
    op.add_column(
        "registrations",
        sa.Column("participant", sa.String(120), nullable=False, server_default=""),
    )
    _name_participants()
    op.bulk_insert(links, [*_links()])
    _part_mails()
    with op.batch_alter_table("registrations") as table:
        table.drop_constraint(HASH_KEY, type_="unique")
        table.drop_column("link_hash")
    _join_mails()
    op.create_index("ix_registrations_event_id", "registrations", ["event_id", "participant"])


def downgrade() -> None:
    op.drop_index("ix_registrations_event_id", "registrations")
    _part_mails()
    with op.batch_alter_table("registrations") as table:
        table.add_column(sa.Column("link_hash", sa.String(64), nullable=True))
    _take_hashes()
    with op.batch_alter_table("registrations") as table:
        table.alter_column("link_hash", existing_type=sa.String(64), nullable=False)
        table.create_unique_constraint(HASH_KEY, ["link_hash"])
        table.drop_column("participant")
    _join_mails()
    op.execute(sa.delete(links))


def _part_mails() -> None:
    # SQLite rebuilds a table to drop a column; nothing may refer to it meanwhile.
    with op.batch_alter_table("mails") as mails:
        mails.drop_constraint(MAILS_KEY, type_="foreignkey")


def _join_mails() -> None:
    with op.batch_alter_table("mails") as mails:
        mails.create_foreign_key(MAILS_KEY, "registrations", ["registration_id"], ["id"])


def _name_participants() -> None:
    connection = op.get_bind()
    query = sa.select(registrations.c.id, registrations.c.content)
    for row in connection.execute(query).all():
        name = json.loads(row.content)["participant"]["id"]
        change = sa.update(registrations).where(registrations.c.id == row.id)
        connection.execute(change.values(participant=name))


def _links() -> Iterator[dict[str, object]]:
    connection = op.get_bind()
    ends = {row.id: _end(row.content) for row in connection.execute(sa.select(events))}
    for row in connection.execute(sa.select(registrations)):
        yield {
            "event_id": row.event_id,
            "participant": row.participant,
            "scope": OWN,
            "hash": row.link_hash,
            "created_at": row.created_at,
            "expires_at": ends[row.event_id],
            "revoked_at": None,
        }


def _end(content: str) -> datetime:
    """Return until when links of an event live; half a day of time zone makes no difference."""
    last = datetime.fromisoformat(json.loads(content)["slots"][-1]["end"])
    present = datetime.now(UTC).replace(tzinfo=None)
    return max(last.replace(tzinfo=None), present) + LIFETIME


def _take_hashes() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(registrations)).all():
        change = sa.update(registrations).where(registrations.c.id == row.id)
        connection.execute(change.values(link_hash=_hash_of(row) or f"none {row.id}"))


def _hash_of(row: Any) -> str | None:
    """Return that of the newest link, which is the only one that could open the row before."""
    mine = (links.c.event_id == row.event_id) & (links.c.participant == row.participant)
    query = sa.select(links.c.hash).where(mine, links.c.scope == OWN, links.c.revoked_at.is_(None))
    found: str | None = op.get_bind().scalar(query.order_by(links.c.created_at.desc()).limit(1))
    return found
