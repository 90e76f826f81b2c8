using Microsoft.EntityFrameworkCore;

namespace Sweet.Web.Data;

public sealed class SqlServerSweetDbContext(DbContextOptions<SqlServerSweetDbContext> options) : SweetDbContext(options)
{
    private const string ExactCollation = "Latin1_General_100_BIN2";

    /// <summary>Texts that are compared sign by sign, as SQLite does: SQL Server would otherwise take "a" for "A".</summary>
    private static readonly string[] ExactTexts =
    [
        "CalendarToken", "Code", "EmailKey", "EventId", "Fact", "IdempotencyKey", "LimitKey", "LinkToken", "MailedCalendarToken",
        "MailedToken", "Number", "ObjectId", "OldEmailKey", "PaymentIntentId", "Reference", "ReversalHash", "SessionId", "Slug",
        "StripeDisputeId", "StripeRefundId", "Subject", "Token", "TokenHash",
    ];

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var texts = builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType == typeof(string));
        foreach (var text in texts.Where(p => ExactTexts.Contains(p.Name))) text.SetCollation(ExactCollation);
    }
}
