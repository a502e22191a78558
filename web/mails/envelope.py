"""A letter as the standard message that mail programs and servers take."""

from email.message import EmailMessage

from web.store.mails import Mail


def enveloped(mail: Mail, sender: str | None) -> EmailMessage:
    """Return `mail` as a message; without `sender`, whoever opens the file is the sender."""
    message = EmailMessage()
    if sender:
        message["From"] = sender
    else:
        # Mail programs open such a file as a draft.
        message["X-Unsent"] = "1"
    message["To"] = mail.letter.recipient
    message["Subject"] = " ".join(mail.letter.subject.split())
    message["Content-Language"] = mail.letter.language
    message["Date"] = mail.created_at
    # The same for each try, so that a mail program shows it once even so.
    message["Message-ID"] = f"<{mail.key}@{(sender or 'matchmaker.invalid').rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.letter.body)
    return message
