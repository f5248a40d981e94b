CREATE TABLE `annotation` (
	`id` text PRIMARY KEY NOT NULL,
	`articleId` text NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`spans` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`details` text NOT NULL,
	`labels` text NOT NULL,
	`note` text,
	`status` text NOT NULL,
	`anchor` text NOT NULL,
	`fingerprint` text NOT NULL,
	`authorId` text NOT NULL,
	`lastChangedById` text NOT NULL,
	`version` integer NOT NULL,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL,
	`deletedAt` text,
	FOREIGN KEY (`articleId`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authorId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lastChangedById`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`articleId`,`revision`) REFERENCES `revision`(`articleId`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `annotation_place` ON `annotation` (`articleId`,`start`,`end`,`id`);--> statement-breakpoint
CREATE TABLE `article` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`headline` text NOT NULL,
	`byline` text,
	`source` text,
	`sourceUrl` text,
	`language` text NOT NULL,
	`publishedOn` text,
	`deadline` text,
	`desk` text,
	`priority` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`seq` integer NOT NULL,
	`quoteCount` integer NOT NULL,
	`claimCount` integer NOT NULL,
	`eventCount` integer NOT NULL,
	`pendingCount` integer NOT NULL,
	`approvedCount` integer NOT NULL,
	`rejectedCount` integer NOT NULL,
	`changesRequestedCount` integer NOT NULL,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL,
	`archivedAt` text,
	`dueOrder` text NOT NULL,
	`headlineOrder` text NOT NULL,
	`headlineSearch` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_slug` ON `article` (`slug`);--> statement-breakpoint
CREATE INDEX `article_due` ON `article` (`dueOrder`,`id`);--> statement-breakpoint
CREATE INDEX `article_headline` ON `article` (`headlineOrder`,`id`);--> statement-breakpoint
CREATE INDEX `article_updated` ON `article` (`updatedAt`,`id`);--> statement-breakpoint
CREATE INDEX `article_created` ON `article` (`createdAt`,`id`);--> statement-breakpoint
CREATE INDEX `article_sourceUrl` ON `article` (`sourceUrl`);--> statement-breakpoint
CREATE TABLE `change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`log` text NOT NULL,
	`position` integer NOT NULL,
	`actorId` text NOT NULL,
	`at` text NOT NULL,
	`action` text NOT NULL,
	`subjectId` text NOT NULL,
	`before` text,
	`after` text,
	`previousHash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`actorId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_position` ON `change` (`log`,`position`);--> statement-breakpoint
CREATE INDEX `change_subject` ON `change` (`subjectId`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`userId` text NOT NULL,
	`key` text NOT NULL,
	`requestHash` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text,
	`at` text NOT NULL,
	PRIMARY KEY(`userId`, `key`),
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idempotency_at` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `review` (
	`id` text PRIMARY KEY NOT NULL,
	`annotationId` text NOT NULL,
	`version` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`note` text,
	`byId` text NOT NULL,
	`at` text NOT NULL,
	`fingerprint` text NOT NULL,
	`decided` text NOT NULL,
	`revision` integer NOT NULL,
	`revisionSha256` text NOT NULL,
	FOREIGN KEY (`annotationId`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_version` ON `review` (`annotationId`,`version`);--> statement-breakpoint
CREATE TABLE `revision` (
	`articleId` text NOT NULL,
	`number` integer NOT NULL,
	`blocks` text NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`createdAt` text NOT NULL,
	`createdById` text NOT NULL,
	`note` text,
	PRIMARY KEY(`articleId`, `number`),
	FOREIGN KEY (`articleId`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdById`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_sha256` ON `revision` (`sha256`);--> statement-breakpoint
CREATE TABLE `session` (
	`hash` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`createdAt` text NOT NULL,
	`seenAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`userId`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expiresAt`);--> statement-breakpoint
CREATE TABLE `setUpLink` (
	`hash` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`createdAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`usedAt` text,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `setUpLink_user` ON `setUpLink` (`userId`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`disabled` integer NOT NULL,
	`passwordHash` text,
	`version` integer NOT NULL,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);--> statement-breakpoint
CREATE INDEX `user_created` ON `user` (`createdAt`,`id`);