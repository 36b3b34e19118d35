ALTER TABLE "platform_users" ADD COLUMN "origin_import" uuid;--> statement-breakpoint
ALTER TABLE "platform_users" ADD COLUMN "origin_row" integer;--> statement-breakpoint
UPDATE "platform_users" u SET "origin_import" = r."import_id", "origin_row" = r."row"
  FROM "import_rows" r JOIN "imports" i ON i."id" = r."import_id" AND i."kind" = 'platform-users'
  WHERE r."user_id" = u."id" AND r."status" = 'created';
