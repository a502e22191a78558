"""Uploads: who sent the files"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("uploads", sa.Column("sent_by", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("uploads", "sent_by")
