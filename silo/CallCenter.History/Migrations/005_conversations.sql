-- Who talked with whom: a call that is passed on has several conversations. Until now every answered call had one, with the leg that
-- answered and was not taken elsewhere; its row is made of what the other tables say.
CREATE TABLE conversations (
    project text NOT NULL,
    call bigint NOT NULL,
    number integer NOT NULL,
    leg integer NOT NULL,
    other_leg integer NOT NULL,
    employee text,
    department text,
    began_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    wait_ms bigint NOT NULL,
    hold_ms bigint NOT NULL,
    ended_by smallint NOT NULL,
    PRIMARY KEY (project, call, number)
);

INSERT INTO conversations (
    project, call, number, leg, other_leg, employee, department, began_at, ended_at, wait_ms, hold_ms, ended_by)
SELECT c.project, c.call, 1, 0,
    coalesce((SELECT min(l.number) FROM legs l
        WHERE l.project = c.project AND l.call = c.call AND l.number > 0 AND l.answered_at IS NOT NULL AND l.leg_end <> 3), 0),
    c.employee, c.department, c.answered_at, c.ended_at,
    coalesce((SELECT round(extract(epoch FROM c.answered_at - v.entered_at) * 1000) FROM queue_visits v
        WHERE v.project = c.project AND v.call = c.call AND v.queue_exit = 0 ORDER BY v.visit DESC LIMIT 1), c.wait_ms),
    c.hold_ms, c.ended_by
FROM calls c WHERE c.answered_at IS NOT NULL;
