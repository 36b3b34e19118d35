ALTER TABLE "import_rows" DROP CONSTRAINT "import_rows_status";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_plan";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_counts_add_up";--> statement-breakpoint
ALTER TABLE "sign_ins" DROP CONSTRAINT "sign_ins_user_id_platform_users_id_fk";
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "removed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "to_remove" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undoes" uuid;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_user_id_platform_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."platform_users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "imports_undoing" ON "imports" USING btree ("undoes") WHERE "imports"."undoes" is not null and "imports"."state" not in ('cancelled', 'failed');--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_status" CHECK ("import_rows"."status" in ('valid', 'invalid', 'conflict', 'skipped', 'created', 'updated', 'unchanged', 'removed', 'failed', 'unprocessed'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_plan" CHECK (least("imports"."to_update", "imports"."to_leave", "imports"."to_remove",
        "imports"."valid" - "imports"."to_update" - "imports"."to_leave" - "imports"."to_remove") >= 0);--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_counts_add_up" CHECK ("imports"."rows" = "imports"."valid" + "imports"."invalid" + "imports"."conflict" + "imports"."skipped" + "imports"."created" + "imports"."updated" + "imports"."unchanged" + "imports"."removed" + "imports"."failed" + "imports"."unprocessed" and least("imports"."valid", "imports"."invalid", "imports"."conflict", "imports"."skipped", "imports"."created", "imports"."updated", "imports"."unchanged", "imports"."removed", "imports"."failed", "imports"."unprocessed") >= 0);