using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sweet.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddressTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EmailChanges_EnrollmentId",
                table: "EmailChanges");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "LinkRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAtUtc",
                table: "LinkRequests",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAtUtc",
                table: "EmailChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OldEmail",
                table: "EmailChanges",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OldEmailKey",
                table: "EmailChanges",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReversalHash",
                table: "EmailChanges",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReversedAtUtc",
                table: "EmailChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_EmailKey",
                table: "EmailChanges",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_EnrollmentId",
                table: "EmailChanges",
                column: "EnrollmentId");

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_ReversalHash",
                table: "EmailChanges",
                column: "ReversalHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EmailChanges_EmailKey",
                table: "EmailChanges");

            migrationBuilder.DropIndex(
                name: "IX_EmailChanges_EnrollmentId",
                table: "EmailChanges");

            migrationBuilder.DropIndex(
                name: "IX_EmailChanges_ReversalHash",
                table: "EmailChanges");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "LinkRequests");

            migrationBuilder.DropColumn(
                name: "NextAttemptAtUtc",
                table: "LinkRequests");

            migrationBuilder.DropColumn(
                name: "EndedAtUtc",
                table: "EmailChanges");

            migrationBuilder.DropColumn(
                name: "OldEmail",
                table: "EmailChanges");

            migrationBuilder.DropColumn(
                name: "OldEmailKey",
                table: "EmailChanges");

            migrationBuilder.DropColumn(
                name: "ReversalHash",
                table: "EmailChanges");

            migrationBuilder.DropColumn(
                name: "ReversedAtUtc",
                table: "EmailChanges");

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_EnrollmentId",
                table: "EmailChanges",
                column: "EnrollmentId",
                unique: true);
        }
    }
}
