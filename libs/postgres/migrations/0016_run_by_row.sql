ALTER TABLE "import_rows" ADD COLUMN "may_have_twin" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "checked_to" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "ran_to" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "platform_users_by_row" ON "platform_users" USING btree ("origin_import","origin_row") WHERE "platform_users"."origin_import" is not null;