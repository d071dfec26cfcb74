-- On its own: PostgreSQL lets nobody use a new value in the transaction that adds it.
ALTER TYPE "role" ADD VALUE 'signatory' BEFORE 'contributor';
