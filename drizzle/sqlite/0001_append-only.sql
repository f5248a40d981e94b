-- The log, the texts and the decisions are only ever added to: the engine itself holds that.
CREATE TRIGGER `change_is_never_updated` BEFORE UPDATE ON `change` BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_is_never_deleted` BEFORE DELETE ON `change` BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `revision_is_never_updated` BEFORE UPDATE ON `revision` BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `revision_is_never_deleted` BEFORE DELETE ON `revision` BEGIN SELECT RAISE(ABORT, 'revisions are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `review_is_never_updated` BEFORE UPDATE ON `review` BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `review_is_never_deleted` BEFORE DELETE ON `review` BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
