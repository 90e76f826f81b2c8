namespace Sweet.Domain.Courses.Planning;

/// <summary>A cohort as a plan, and a plan made true. Ask, then tell; after the cohort is locked.</summary>
public static class CohortPlans
{
    public static CohortPlan AsPlan(this Cohort cohort) => new()
    {
        TimeZone = cohort.TimeZone,
        Capacity = cohort.Capacity,
        Minimum = cohort.Minimum,
        DecideOn = cohort.DecideOn,
        Price = new Money(cohort.PriceMinor, cohort.Currency),
        EarlyPrice = cohort.EarlyPriceMinor is { } early ? new Money(early, cohort.Currency) : null,
        EarlyUntilUtc = cohort.EarlyPriceUntilUtc,
        OpensAtUtc = cohort.RegistrationOpensAtUtc == default ? null : cohort.RegistrationOpensAtUtc,
        ClosesAtUtc = cohort.RegistrationClosesAtUtc == default ? null : cohort.RegistrationClosesAtUtc,
        WhatsAppUrl = cohort.WhatsAppUrl,
        Classes = [.. cohort.Meetings.OrderBy(m => m.Number).Select(m => PlannedOf(m, cohort.Zone))],
    };

    /// <summary>Why a plan cannot be made true, or null.</summary>
    public static PlanRefusal? RefusalFor(this Cohort cohort, CohortPlan plan) =>
        cohort.Status is CohortStatus.Cancelled or CohortStatus.Completed ? PlanRefusal.Ended
        : plan.Capacity < cohort.SeatsTaken ? PlanRefusal.SeatsTaken
        : cohort.Status != CohortStatus.Draft && plan.Classes.Count < cohort.Meetings.Count ? PlanRefusal.ClassDropped
        : null;

    /// <summary>A draft that nobody sees yet.</summary>
    public static Cohort ToDraft(this CohortPlan plan, Course course, string reference, string? key, Actor by, DateTime nowUtc)
    {
        var cohort = new Cohort(course, reference, plan.TimeZone, plan.Capacity, plan.Price, nowUtc) { FormKey = key };
        cohort.Take(plan, nowUtc);
        cohort.Record(nameof(Cohort), null, nameof(CohortStatus.Draft), by, nowUtc);
        return cohort;
    }

    /// <param name="changes">The same in words, for the history.</param>
    /// <returns>Class meetings of a draft that are no more: their rows are to be removed.</returns>
    /// <exception cref="InvalidOperationException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    public static IReadOnlyList<ClassMeeting> Change(
        this Cohort cohort, CohortPlan plan, IReadOnlyList<FieldChange> changes, Actor by, DateTime nowUtc)
    {
        if (cohort.RefusalFor(plan) is { } reason) throw new InvalidOperationException($"No change: {reason}.");

        foreach (var change in changes) cohort.Record(change.Field, change.From, change.To, by, nowUtc);
        return cohort.Take(plan, nowUtc);
    }

    private static IReadOnlyList<ClassMeeting> Take(this Cohort cohort, CohortPlan plan, DateTime nowUtc)
    {
        cohort.Capacity = plan.Capacity;
        cohort.Minimum = plan.Minimum;
        cohort.DecideOn = plan.DecideOn;
        cohort.PriceMinor = PriceRules.Require(plan.Price).Minor;
        cohort.EarlyPriceMinor = plan.EarlyPrice is { } early ? PriceRules.Require(early).Minor : null;
        cohort.EarlyPriceUntilUtc = plan.EarlyPrice is null ? null : plan.EarlyUntilUtc;
        cohort.RegistrationOpensAtUtc = plan.OpensAtUtc ?? default;
        cohort.RegistrationClosesAtUtc = plan.ClosesAtUtc ?? default;
        cohort.WhatsAppUrl = StudentLink.Require(plan.WhatsAppUrl, Cohort.WhatsAppUrlMaxLength);
        var isSame = plan.TimeZone == cohort.TimeZone && plan.Classes.SequenceEqual(cohort.AsPlan().Classes);
        cohort.TimeZone = plan.TimeZone;
        return isSame ? Nothing(cohort, nowUtc) : cohort.Replan(plan.Classes, nowUtc);
    }

    private static IReadOnlyList<ClassMeeting> Nothing(Cohort cohort, DateTime nowUtc)
    {
        cohort.Touch(nowUtc);
        return [];
    }

    private static PlannedClass PlannedOf(ClassMeeting meeting, TimeZoneInfo zone) => new(
        meeting.StartsAtLocal, meeting.Minutes, meeting.JoinUrl,
        zone.IsAmbiguousTime(meeting.StartsAtLocal)
            && meeting.StartsAtUtc == ClassMeeting.UtcOf(meeting.StartsAtLocal, zone, isFirstOfTwo: true));
}

public enum PlanRefusal
{
    /// <summary>It is canceled or completed.</summary>
    Ended,

    /// <summary>More seats are taken than it would have.</summary>
    SeatsTaken,

    /// <summary>What students have in their calendars is moved, not dropped.</summary>
    ClassDropped,
}
