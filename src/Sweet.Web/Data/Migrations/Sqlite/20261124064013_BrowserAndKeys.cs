using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sweet.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BrowserAndKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsKeySpent",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "BrowserKey",
                table: "Enrollments",
                type: "TEXT",
                maxLength: 26,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsKeySpent",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "BrowserKey",
                table: "Enrollments");
        }
    }
}
