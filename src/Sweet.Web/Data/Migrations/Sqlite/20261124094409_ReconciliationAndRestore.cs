using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sweet.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReconciliationAndRestore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CapturedAtUtc",
                table: "Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "OpenCases",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithheldWhy",
                table: "Messages",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LacksDetails",
                table: "Enrollments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ReconciliationRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StartedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsDeep = table.Column<bool>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciliationRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Restorations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CopiedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RestoredAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithheldMessages = table.Column<int>(type: "INTEGER", nullable: false),
                    ReconciledAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Restorations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationRuns_EndedAtUtc",
                table: "ReconciliationRuns",
                column: "EndedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationRuns_StartedAtUtc",
                table: "ReconciliationRuns",
                column: "StartedAtUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReconciliationRuns");

            migrationBuilder.DropTable(
                name: "Restorations");

            migrationBuilder.DropColumn(
                name: "CapturedAtUtc",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "OpenCases");

            migrationBuilder.DropColumn(
                name: "WithheldWhy",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "LacksDetails",
                table: "Enrollments");
        }
    }
}
