using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.AuditEntries;

/// <summary>What the list's address asks for; what makes no sense there is passed over.</summary>
/// <param name="Who">The id of a staff member, or null for anyone.</param>
/// <param name="Since">A date of the institute's, as are all dates here.</param>
public sealed record AuditFilter(string Find, string? Who, AuditThing What, DateOnly? Since, DateOnly? Until)
{
    /// <summary>Changes of one cohort, as its page asks for them.</summary>
    public int? CohortId { get; init; }

    public static AuditFilter From(HttpRequest request) => new(
        LikeText.Typed(request, "find"),
        request.Query["who"].ToString() is { Length: > 0 } who ? who : null,
        Enum.GetValues<AuditThing>().FirstOrDefault(thing => thing.Word() == request.Query["what"]),
        DateOf(request, "since"),
        DateOf(request, "until"))
    {
        CohortId = int.TryParse(request.Query["cohort"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
    };

    public bool IsNone => this is { Find: "", Who: null, What: AuditThing.Anything, Since: null, Until: null, CohortId: null };

    public IQueryable<HistoryEntry> Of(SweetDbContext db)
    {
        var found = db.History.AsNoTracking().Where(h => h.ActorKind == ActorKind.Staff);
        if (Who is not null) found = found.Where(h => h.ActorReference == Who);
        if (CohortId is not null) found = found.Where(h => h.CohortId == CohortId);
        if (Since is { } since) found = found.Where(h => h.AtUtc >= OfficeTime.StartOf(since));
        if (Until is { } until) found = found.Where(h => h.AtUtc < OfficeTime.StartOf(until.AddDays(1)));
        return Words(db, Thing(found));
    }

    private IQueryable<HistoryEntry> Words(SweetDbContext db, IQueryable<HistoryEntry> found)
    {
        if (Find.Length == 0) return found;

        var words = LikeText.Around(Find);
        return found.Where(h => EF.Functions.Like(h.Subject, words, LikeText.Escape) || EF.Functions.Like(h.To, words, LikeText.Escape)
            || EF.Functions.Like(h.From!, words, LikeText.Escape) || EF.Functions.Like(h.Note!, words, LikeText.Escape)
            || db.Enrollments.Any(e => e.Id == h.EnrollmentId
                && (EF.Functions.Like(e.Number, words, LikeText.Escape)
                    || EF.Functions.Like(e.FirstName + " " + e.LastName, words, LikeText.Escape))));
    }

    private IQueryable<HistoryEntry> Thing(IQueryable<HistoryEntry> found) => What switch
    {
        AuditThing.Students => found.Where(h => h.EnrollmentId != null),
        AuditThing.Cohorts => found.Where(h => h.CohortId != null),
        AuditThing.Courses => found.Where(h => h.CourseId != null),
        AuditThing.Money => found.Where(h => h.Subject.StartsWith("Refund") || h.Subject.StartsWith("Payment")
            || h.Subject.StartsWith("Order") || h.Subject.StartsWith("Dispute") || h.Subject.StartsWith("Voucher")
            || h.Subject == "Money"),
        AuditThing.Cases => found.Where(h => h.Subject.StartsWith("Case")),
        AuditThing.Accounts => found.Where(h => h.Subject.StartsWith("Staff ") || h.Subject == StaffHistory.InvitationSubject),
        AuditThing.Policies => found.Where(h => h.Subject.StartsWith("Policy")),
        AuditThing.Emails => found.Where(h => h.Subject.StartsWith("Email")),
        _ => found,
    };

    private static DateOnly? DateOf(HttpRequest request, string name) => Typed.Date(request.Query[name]);
}

public enum AuditThing
{
    Anything,
    Students,
    Money,
    Cases,
    Cohorts,
    Courses,
    Policies,
    Emails,
    Accounts,
}

internal static class AuditThings
{
    public static string Word(this AuditThing thing) => thing == AuditThing.Anything ? "" : thing.ToString().ToLowerInvariant();
}
