-- The journal page: each sort column has an index that ends with the call, so that a page is one walk from the last row seen.
CREATE INDEX calls_by_arrival ON calls (project, arrived_at, call);
CREATE INDEX calls_by_wait ON calls (project, wait_ms, call);
CREATE INDEX calls_by_talk ON calls (project, talk_ms, call);
CREATE INDEX calls_by_client ON calls (project, client_number, call);

-- Its filters, in the order of arrival.
CREATE INDEX calls_by_department ON calls (project, owning_department, arrived_at, call);
CREATE INDEX calls_by_outcome ON calls (project, outcome, arrived_at, call);
-- Digits anywhere in a number.
CREATE INDEX calls_by_digits ON calls USING gin (numbers gin_trgm_ops);

-- Reports and the board.
CREATE INDEX queue_visits_by_department ON queue_visits (project, department, left_at);
CREATE INDEX ring_misses_by_employee ON ring_misses (project, employee, at);
CREATE INDEX employee_intervals_by_end ON employee_intervals (project, ended_at);
