"""Mails: when an organiser downloaded them, to send them by hand"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mails", sa.Column("taken_at", sa.DateTime()))


def downgrade() -> None:
    op.drop_column("mails", "taken_at")
