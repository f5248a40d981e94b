-- The log, the texts and the decisions are only ever added to: the engine itself holds that. The third of each keeps
-- REPLACE from taking a row away without a DELETE that the second would see.
CREATE TRIGGER `change_is_never_updated` BEFORE UPDATE ON `change` BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_is_never_deleted` BEFORE DELETE ON `change` BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `change_is_never_replaced` BEFORE INSERT ON `change` WHEN EXISTS (SELECT 1 FROM `change` WHERE `seq` = NEW.`seq` OR (`log` = NEW.`log` AND `position` = NEW.`position`)) BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `revision_is_never_updated` BEFORE UPDATE ON `revision` BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `revision_is_never_deleted` BEFORE DELETE ON `revision` BEGIN SELECT RAISE(ABORT, 'revisions are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `revision_is_never_replaced` BEFORE INSERT ON `revision` WHEN EXISTS (SELECT 1 FROM `revision` WHERE `articleId` = NEW.`articleId` AND `number` = NEW.`number`) BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `review_is_never_updated` BEFORE UPDATE ON `review` BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `review_is_never_deleted` BEFORE DELETE ON `review` BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `review_is_never_replaced` BEFORE INSERT ON `review` WHEN EXISTS (SELECT 1 FROM `review` WHERE `id` = NEW.`id` OR (`annotationId` = NEW.`annotationId` AND `version` = NEW.`version`)) BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
