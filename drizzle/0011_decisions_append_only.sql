CREATE TRIGGER `decision_no_update` BEFORE UPDATE ON `decision`
BEGIN
	SELECT RAISE(ABORT, 'decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `decision_no_delete` BEFORE DELETE ON `decision`
BEGIN
	SELECT RAISE(ABORT, 'decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `decision_step_no_update` BEFORE UPDATE ON `decision_step`
BEGIN
	SELECT RAISE(ABORT, 'decision_step is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `decision_step_no_delete` BEFORE DELETE ON `decision_step`
BEGIN
	SELECT RAISE(ABORT, 'decision_step is append-only');
END;
