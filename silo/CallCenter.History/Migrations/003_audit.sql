-- Who did what to whom or what, when and from where. A new kind of act needs no change here: kind, actor_kind and access are the numbers
-- of the C# enums (abstractions/Audit), target and detail what the kind says.
CREATE TABLE audit (
    project text NOT NULL,
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    kind smallint NOT NULL,
    actor_kind smallint NOT NULL,
    actor text,
    actor_key text,
    access smallint,
    address text,
    target text,
    detail text,
    times integer NOT NULL,
    PRIMARY KEY (project, sequence)
);

-- The page and its filters, newest first; the first serves the deletion of what is too old as well.
CREATE INDEX audit_by_time ON audit (project, at, sequence);
CREATE INDEX audit_by_actor ON audit (project, actor, at, sequence);
CREATE INDEX audit_by_kind ON audit (project, kind, at, sequence);
