"""Several events, accounts with roles, drafts, published versions, audit"""

import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from web.store.event_keys import proposed
from web.store.permanence import make_changeable, make_permanent

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEW_TABLES = (
    "versions",
    "draft_steps",
    "drafts",
    "links",
    "tokens",
    "audit",
    "invitations",
    "memberships",
    "accounts",
)
PERMANENT = ("audit", "versions")


def upgrade() -> None:
    # Added in place: a table that is rebuilt would lose what refers to it.
    _add_columns()
    _name_the_event()
    _make_mails_of_events()
    _make_accounts()
    _make_links_and_tokens()
    _make_timetables()
    for table in PERMANENT:
        make_permanent(op.get_bind(), table)


def downgrade() -> None:
    for table in PERMANENT:
        make_changeable(op.get_bind(), table)
    for table in NEW_TABLES:
        op.drop_table(table)
    with op.batch_alter_table("mails") as mails:
        mails.drop_constraint("uq_mails_event_id_occasion_recipient", type_="unique")
        mails.drop_constraint("fk_mails_event_id_events", type_="foreignkey")
        for name in ("event_id", "participant", "occasion"):
            mails.drop_column(name)
    with op.batch_alter_table("imports") as imports:
        imports.drop_constraint("fk_imports_event_id_events", type_="foreignkey")
        imports.drop_column("event_id")
    op.drop_index("ix_events_key", "events")
    for name in ("title", "origin", "started_by", "hint", "best"):
        op.drop_column("runs", name)
    op.drop_column("registrations", "revision")
    op.drop_column("events", "is_open")
    op.drop_column("events", "key")


def _add_columns() -> None:
    op.add_column("events", sa.Column("key", sa.String(60), nullable=False, server_default=""))
    op.add_column(
        "events", sa.Column("is_open", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.add_column(
        "registrations", sa.Column("revision", sa.Integer(), nullable=False, server_default="1")
    )
    for name, kind, default in (
        ("title", sa.String(120), ""),
        ("origin", sa.String(16), "engine"),
        ("started_by", sa.Text(), ""),
    ):
        op.add_column("runs", sa.Column(name, kind, nullable=False, server_default=default))
    for name in ("hint", "best"):
        op.add_column("runs", sa.Column(name, sa.Text(), nullable=True))


def _name_the_event() -> None:
    events = sa.table("events", sa.column("id"), sa.column("key"), sa.column("content"))
    connection, taken = op.get_bind(), set[str]()
    for row in connection.execute(sa.select(events.c.id, events.c.content)).all():
        key = proposed(json.loads(row.content)["name"], taken)
        taken.add(key)
        connection.execute(sa.update(events).where(events.c.id == row.id).values(key=key))
    op.create_index("ix_events_key", "events", ["key"], unique=True)


def _make_mails_of_events() -> None:
    with op.batch_alter_table("mails") as mails:
        mails.add_column(sa.Column("event_id", sa.Integer(), nullable=True))
        mails.add_column(
            sa.Column("participant", sa.String(120), nullable=False, server_default="")
        )
        mails.add_column(sa.Column("occasion", sa.String(80), nullable=True))
        mails.alter_column("registration_id", existing_type=sa.Integer(), nullable=True)
        mails.create_foreign_key("fk_mails_event_id_events", "events", ["event_id"], ["id"])
        mails.create_unique_constraint(
            "uq_mails_event_id_occasion_recipient", ["event_id", "occasion", "recipient"]
        )
    mails_of_rows = (
        "UPDATE mails SET event_id = (SELECT event_id FROM registrations "
        "WHERE registrations.id = mails.registration_id)"
    )
    op.execute(mails_of_rows)
    with op.batch_alter_table("mails") as mails:
        mails.alter_column("event_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("imports") as imports:
        imports.add_column(sa.Column("event_id", sa.Integer(), nullable=True))
        imports.create_foreign_key("fk_imports_event_id_events", "events", ["event_id"], ["id"])
    op.execute("UPDATE imports SET event_id = (SELECT min(id) FROM events)")


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _moment(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _text(name: str, length: int | None = None, nullable: bool = False) -> sa.Column[str]:
    kind = sa.Text() if length is None else sa.String(length)
    return sa.Column(name, kind, nullable=nullable)


def _reference(table: str, name: str, to: str, nullable: bool = False) -> list[SchemaItem]:
    column = sa.Column(name, sa.Integer(), nullable=nullable)
    constraint = sa.ForeignKeyConstraint([name], [f"{to}.id"], name=f"fk_{table}_{name}_{to}")
    return [column, constraint]


def _unique(table: str, *names: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*names, name=f"uq_{table}_{'_'.join(names)}")


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        _id(),
        _text("name", 120),
        _text("name_key", 120),
        _text("password_hash", 200),
        _text("totp_secret", 64, nullable=True),
        sa.Column("totp_step", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("is_administrator", sa.Boolean(), nullable=False, server_default=sa.false()),
        _moment("created_at"),
        _moment("disabled_at", nullable=True),
        _unique("accounts", "name_key"),
    )
    op.create_table(
        "memberships",
        *_reference("memberships", "event_id", "events"),
        *_reference("memberships", "account_id", "accounts"),
        _text("role", 16),
        sa.PrimaryKeyConstraint("event_id", "account_id", name="pk_memberships"),
    )
    op.create_table(
        "invitations",
        _id(),
        _text("key_hash", 64),
        *_reference("invitations", "event_id", "events"),
        _text("role", 16),
        _text("name", 120),
        *_reference("invitations", "created_by", "accounts"),
        _moment("created_at"),
        _moment("expires_at"),
        _moment("used_at", nullable=True),
        _unique("invitations", "key_hash"),
    )
    op.create_table(
        "audit",
        _id(),
        _moment("at"),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        _text("actor"),
        _text("action", 40),
        _text("subject"),
        _text("details"),
    )
    op.create_index("ix_audit_event_id", "audit", ["event_id", "id"])


def _make_links_and_tokens() -> None:
    op.create_table(
        "tokens",
        _id(),
        *_reference("tokens", "event_id", "events"),
        *_reference("tokens", "account_id", "accounts"),
        _text("name", 120),
        _text("role", 16),
        _text("hash", 64),
        _moment("created_at"),
        _moment("expires_at"),
        _moment("revoked_at", nullable=True),
        _moment("used_at", nullable=True),
        _unique("tokens", "hash"),
    )
    op.create_table(
        "links",
        _id(),
        *_reference("links", "event_id", "events"),
        _text("participant", 120),
        _text("scope", 16),
        _text("hash", 64),
        _moment("created_at"),
        _moment("expires_at"),
        _moment("revoked_at", nullable=True),
        _unique("links", "hash"),
    )
    op.create_index("ix_links_event_id", "links", ["event_id", "participant", "scope"])


def _make_timetables() -> None:
    op.create_table(
        "drafts",
        _id(),
        _text("key", 32),
        *_reference("drafts", "event_id", "events"),
        *_reference("drafts", "run_id", "runs"),
        _text("event_content"),
        sa.Column("position", sa.Integer(), nullable=False),
        _moment("created_at"),
        _unique("drafts", "key"),
    )
    op.create_table(
        "draft_steps",
        *_reference("draft_steps", "draft_id", "drafts"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _text("sentence"),
        _text("made_by"),
        _moment("made_at"),
        sa.PrimaryKeyConstraint("draft_id", "number", name="pk_draft_steps"),
    )
    op.create_table(
        "versions",
        _id(),
        *_reference("versions", "event_id", "events"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_reference("versions", "run_id", "runs", nullable=True),
        _text("event_content"),
        _text("timetable"),
        _text("certificate"),
        _text("note"),
        _text("published_by"),
        _moment("published_at"),
        _unique("versions", "event_id", "number"),
    )
