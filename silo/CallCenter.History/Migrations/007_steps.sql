-- What callers went through with us alone: announcements, menus, messages, ratings.
CREATE TABLE call_steps (
    project text NOT NULL,
    call bigint NOT NULL,
    number integer NOT NULL,
    kind smallint NOT NULL,
    menu text,
    department text,
    employee text,
    began_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    keys text NOT NULL,
    step_end smallint NOT NULL,
    PRIMARY KEY (project, call, number)
);

-- How the caller rated the conversation that he had last, 1 to 5.
ALTER TABLE calls ADD COLUMN rating integer;

-- Somebody took care of a message. That there is one, its recording says: number 0 of the call.
CREATE TABLE messages_done (
    project text NOT NULL,
    sequence bigint NOT NULL,
    call bigint NOT NULL,
    done_by text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (project, sequence)
);
CREATE INDEX messages_done_of_call ON messages_done (project, call);
