"""Uploads that wait to be taken over, what their columns hold; mails that are tried again later"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("files", sa.LargeBinary(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False, server_default="{}"),
        sa.Column("tables", sa.Text(), nullable=False, server_default="{}"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
        sa.UniqueConstraint("key", name="uq_uploads_key"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_uploads_event_id_events"),
    )
    op.create_table(
        "mappings",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_mappings"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_mappings_event_id_events"),
    )
    op.add_column("mails", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("mails", sa.Column("due_at", sa.DateTime()))


def downgrade() -> None:
    op.drop_column("mails", "due_at")
    op.drop_column("mails", "tries")
    op.drop_table("mappings")
    op.drop_table("uploads")
