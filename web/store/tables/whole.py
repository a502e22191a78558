"""The shape of the whole database: what loads this module has loaded every table."""

from sqlalchemy import MetaData

from web.store.tables import events, files, organisers, participants, programmes, runs, schema

PARTS = (events, organisers, participants, files, runs, programmes)
metadata: MetaData = schema.metadata
