"""Who has arrived on the day"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "arrivals",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("participant", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_arrivals_event_id_events"),
        sa.PrimaryKeyConstraint("event_id", "participant", name="pk_arrivals"),
    )


def downgrade() -> None:
    op.drop_table("arrivals")
