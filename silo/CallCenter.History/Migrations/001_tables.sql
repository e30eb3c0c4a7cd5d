-- Everything history keeps. Times are timestamptz with millisecond values, durations are milliseconds, enums are the numbers of
-- the C# enums (abstractions/Calls/CallTypes.cs, abstractions/Employees/EmployeeState.cs). Keys of the configuration are words.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- How far a project's journal has been shipped. Updated with WHERE sequence = old in the transaction of the rows: every event counts once.
CREATE TABLE high_water (
    project text PRIMARY KEY,
    journal uuid NOT NULL,
    sequence bigint NOT NULL,
    shipped_at timestamptz NOT NULL DEFAULT now()
);

-- Events that could never be shipped, because the journal no longer had them when this database came.
CREATE TABLE journal_gaps (
    project text NOT NULL,
    first_missing bigint NOT NULL,
    last_missing bigint NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project, first_missing)
);

-- The events themselves, a shipped batch a row, in the journal's encoding: every projection can be built again from here.
CREATE TABLE event_batches (
    project text NOT NULL,
    first_sequence bigint NOT NULL,
    last_sequence bigint NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (project, first_sequence)
);
-- Compressing each batch would cost the server more than everything else together.
ALTER TABLE event_batches ALTER COLUMN payload SET STORAGE EXTERNAL;

CREATE TABLE calls (
    project text NOT NULL,
    call bigint NOT NULL,
    sequence bigint NOT NULL,
    direction smallint NOT NULL,
    outcome smallint NOT NULL,
    ended_by smallint NOT NULL,
    sip_status integer,
    -- "C": numbers are compared byte by byte, the same on every server.
    client_number text COLLATE "C" NOT NULL,
    client_name text,
    dialled text NOT NULL,
    dialled_number text,
    shown_number text,
    trunk text,
    first_department text,
    department text,
    employee text,
    responsible text,
    arrived_at timestamptz NOT NULL,
    answered_at timestamptz,
    ended_at timestamptz NOT NULL,
    wait_ms bigint NOT NULL,
    talk_ms bigint NOT NULL,
    hold_ms bigint NOT NULL,
    configuration_version integer NOT NULL,
    sip_call_id text NOT NULL,
    -- The department that took the call; a missed call belongs to the one first reached (kpi: missed call).
    owning_department text GENERATED ALWAYS AS (coalesce(department, first_department)) STORED,
    numbers text COLLATE "C" GENERATED ALWAYS AS (client_number || ' ' || dialled) STORED,
    PRIMARY KEY (project, call)
);

CREATE TABLE legs (
    project text NOT NULL,
    call bigint NOT NULL,
    number integer NOT NULL,
    kind smallint NOT NULL,
    employee text,
    department text,
    target text NOT NULL,
    started_at timestamptz NOT NULL,
    rang_at timestamptz,
    answered_at timestamptz,
    ended_at timestamptz NOT NULL,
    hold_ms bigint NOT NULL,
    leg_end smallint NOT NULL,
    sip_status integer,
    PRIMARY KEY (project, call, number)
);

CREATE TABLE queue_visits (
    project text NOT NULL,
    call bigint NOT NULL,
    visit integer NOT NULL,
    department text NOT NULL,
    priority integer NOT NULL,
    entered_at timestamptz NOT NULL,
    left_at timestamptz NOT NULL,
    queue_exit smallint NOT NULL,
    employee text,
    PRIMARY KEY (project, call, visit)
);

-- Whose call it is: employees with an answered leg, and who made it. The journal's employee filter and "own calls only" read it.
CREATE TABLE call_employees (
    project text NOT NULL,
    employee text NOT NULL,
    arrived_at timestamptz NOT NULL,
    call bigint NOT NULL,
    PRIMARY KEY (project, employee, arrived_at, call)
);

CREATE TABLE decisions (
    project text NOT NULL,
    call bigint NOT NULL,
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    decision jsonb NOT NULL,
    PRIMARY KEY (project, call, sequence)
);

-- The tiles of the employees' days: one begins where the one before ends, none overlap.
CREATE TABLE employee_intervals (
    project text NOT NULL,
    employee text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    sequence bigint NOT NULL,
    availability smallint NOT NULL,
    reason text,
    activity smallint NOT NULL,
    call bigint,
    department text,
    PRIMARY KEY (project, employee, started_at, sequence),
    -- By a 64-bit hash, because comparing words in a GiST index costs four times as much as everything else that is written for a call.
    EXCLUDE USING gist (hashtextextended(employee, hashtext(project)) WITH =, tstzrange(started_at, ended_at) WITH &&)
);

CREATE TABLE ring_misses (
    project text NOT NULL,
    sequence bigint NOT NULL,
    employee text NOT NULL,
    call bigint NOT NULL,
    department text,
    miss smallint NOT NULL,
    rang_ms bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (project, sequence)
);

-- json, not jsonb: the document is given back as it was published.
CREATE TABLE configuration_versions (
    project text NOT NULL,
    version integer NOT NULL,
    author text NOT NULL,
    at timestamptz NOT NULL,
    document json NOT NULL,
    PRIMARY KEY (project, version)
);
