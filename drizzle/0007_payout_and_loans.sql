ALTER TABLE `application` ADD `advance_share` text;--> statement-breakpoint
ALTER TABLE `application` ADD `paid_after_years` integer;--> statement-breakpoint
ALTER TABLE `application` ADD `last_share` text;--> statement-breakpoint
ALTER TABLE `application` ADD `last_paid_after_years` integer;--> statement-breakpoint
ALTER TABLE `funding_line` ADD `loan_rate` text;--> statement-breakpoint
ALTER TABLE `funding_line` ADD `loan_years` integer;