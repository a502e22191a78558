"""Mails: the same one may go once to each of those who share an address"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BY_ADDRESS = ["event_id", "occasion", "recipient"]
BY_PERSON = [*BY_ADDRESS, "participant"]


def upgrade() -> None:
    _replace(BY_ADDRESS, BY_PERSON)


def downgrade() -> None:
    op.execute(
        "DELETE FROM mails WHERE occasion IS NOT NULL AND id NOT IN (SELECT min(id) FROM mails "
        "WHERE occasion IS NOT NULL GROUP BY event_id, occasion, recipient)"
    )
    _replace(BY_PERSON, BY_ADDRESS)


def _replace(old: list[str], new: list[str]) -> None:
    with op.batch_alter_table("mails") as mails:
        mails.drop_constraint(f"uq_mails_{'_'.join(old)}", type_="unique")
        mails.create_unique_constraint(f"uq_mails_{'_'.join(new)}", new)
