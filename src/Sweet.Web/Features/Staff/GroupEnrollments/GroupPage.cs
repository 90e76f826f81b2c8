using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>The form for a list, each line with what it says or what is wrong with it, and what will happen.</summary>
public sealed record GroupPage(HandCohort Cohort, GroupForm Form)
{
    public IReadOnlyList<GroupLine> Lines { get; init; } = [];

    public HandEffect Effect { get; init; } = HandEffect.None(Cohort);

    public int Wrong => Lines.Count(line => line.Problem is not null);
}

/// <summary>What became of a list.</summary>
public sealed record GroupResult(int CohortId, string Cohort, IReadOnlyList<GroupRow> Rows)
{
    public Money Total => new(Rows.Sum(r => r.Sum.Minor), Rows[0].Sum.Currency);

    public string? Payer => Rows[0].Payer;
}

public sealed record GroupRow(int Id, string Name, string Number, string Email, EnrollmentStatus Status)
{
    public required Money Sum { get; init; }

    public string? Payer { get; init; }

    /// <summary>Null: nothing was emailed.</summary>
    public MessageStatus? Mail { get; init; }

    public required bool IsPaid { get; init; }

    public DateOnly? DueOn { get; init; }

    public string Money =>
        IsPaid ? "paid"
        : DueOn is { } day ? $"invoiced, due {OfficeTime.InWords(day)}"
        : Sum.IsZero ? "nothing to pay" : "not paid yet";

    public string MailInWords => Mail switch
    {
        null => "none",
        MessageStatus.Queued => "about to leave",
        MessageStatus.Sent => "sent",
        MessageStatus.Delivered => "delivered",
        _ => "did not arrive",
    };
}
