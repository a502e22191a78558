"""Uploads that wait to become an event of their own"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("uploads") as batch:
        batch.alter_column("event_id", existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM uploads WHERE event_id IS NULL")
    with op.batch_alter_table("uploads") as batch:
        batch.alter_column("event_id", existing_type=sa.Integer(), nullable=False)
