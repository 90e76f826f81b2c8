using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting.Kept;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.PolicyVersions;

public sealed class AddPolicyVersion(SweetDbContext db, KeptPages keptPages, TimeProvider clock)
{
    private const string SomeoneElse =
        "Someone has saved a newer version meanwhile. What is new shows where yours differs from it: take over what is missing, and save";

    public async Task<AddedPolicy> Add(PolicyKind kind, PolicyForm form, Actor by, CancellationToken ct)
    {
        if (form.Day() is not { } day) return AddedPolicy.Refused(nameof(form.From), "This day does not exist");
        if (MarkdownText.RefusalFor(form.Body!) is { } unreadable) return AddedPolicy.Refused(nameof(form.Body), unreadable);

        var added = await Save(kind, form, day, by, ct);
        keptPages.Drop(PageTags.Policies);
        return added;
    }

    private Task<AddedPolicy> Save(PolicyKind kind, PolicyForm form, DateOnly day, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two who write at once take turns; the second is shown what the first has written.
                await db.PolicyVersions.Lock(v => v.Kind, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var newest = await db.PolicyVersions.Where(v => v.Kind == kind).OrderByDescending(v => v.Id).FirstOrDefaultAsync(ct);
                if ((newest?.Id ?? 0) != form.Seen) return AddedPolicy.Refused(nameof(form.Body), SomeoneElse);

                var fromUtc = day == OfficeTime.DayOf(nowUtc) ? nowUtc : OfficeTime.StartOf(day);
                if (PolicyChanges.RefusalFor(fromUtc, nowUtc) is { } refusal)
                    return AddedPolicy.Refused(nameof(form.From), InWords(refusal));

                var before = await db.PolicyVersions.InForce(kind, nowUtc).SingleOrDefaultAsync(ct);
                var version = new PolicyVersion(kind, form.Title!, form.Body!, fromUtc, form.IsSample);
                db.PolicyVersions.Add(version);
                db.History.Add(version.Added(before, by, nowUtc));
                await transaction.SaveAndCommit(ct);
                return new AddedPolicy(version.Id, Field: null, Why: null);
            },
            ct);

    private static string InWords(PolicyRefusal refusal) => refusal == PolicyRefusal.InThePast
        ? "Choose today or a later day: what students have accepted is not changed later"
        : "Choose a day within two years";
}

/// <param name="Field">That is wrong; null once it is saved.</param>
public sealed record AddedPolicy(int? VersionId, string? Field, string? Why)
{
    public static AddedPolicy Refused(string field, string why) => new(VersionId: null, field, why);
}
