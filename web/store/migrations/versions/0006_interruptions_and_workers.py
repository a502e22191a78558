"""How often a run was interrupted; signs of life of workers"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "runs", sa.Column("interruptions", sa.Integer(), nullable=False, server_default="0")
    )
    # Runs that an earlier version had left lying are taken up again.
    op.execute("UPDATE runs SET state = 'queued', heartbeat_at = NULL WHERE state = 'abandoned'")
    op.create_table(
        "workers",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_workers"),
    )


def downgrade() -> None:
    op.drop_table("workers")
    op.drop_column("runs", "interruptions")
