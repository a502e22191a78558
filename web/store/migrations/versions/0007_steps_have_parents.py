"""Steps of drafts say from which step on they were made"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("draft_steps", sa.Column("parent", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("draft_steps", "parent")
