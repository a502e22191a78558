"""Searches: what makes room for a wish, found by solving anew"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("wisher", sa.Text(), nullable=False),
        sa.Column("wished", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("findings", sa.LargeBinary()),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("heartbeat_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_searches_event_id_events"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_searches_run_id_runs"),
    )
    op.create_index("ix_searches_state", "searches", ["state"])
    op.create_index("ix_searches_run_id", "searches", ["run_id"])


def downgrade() -> None:
    op.drop_index("ix_searches_run_id", "searches")
    op.drop_index("ix_searches_state", "searches")
    op.drop_table("searches")
