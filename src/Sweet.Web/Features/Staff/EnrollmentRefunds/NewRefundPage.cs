using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Features.Staff.EnrollmentRefunds.Words;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

/// <summary>What the rule gives back and why, what can be chosen, and what will happen.</summary>
public sealed record NewRefundPage(RefundedStudent Student, RefundForm Form)
{
    public required Money Paid { get; init; }

    public required Money GoneBack { get; init; }

    /// <summary>From an earlier seat: it goes back to the payments of that one.</summary>
    public required Money CameAlong { get; init; }

    public required Money Left { get; init; }

    public IReadOnlyList<PaymentChoice> Payments { get; init; } = [];

    /// <summary>Null where the rule does not apply: no confirmed seat, or no money.</summary>
    public RuleTable? Rule { get; init; }

    public bool CanEndSeat { get; init; }

    /// <summary>Stripe sends some of what is left, and keeps its fee of it.</summary>
    public bool IsAtStripe { get; init; }

    /// <summary>What will happen if the button is pressed, and what it says; nothing where it cannot be.</summary>
    public IReadOnlyList<Happening> Happenings { get; init; } = [];

    public string Button { get; init; } = "";

    /// <summary>Why what the address asks for cannot be done, or null.</summary>
    public RefundProblem? Problem { get; init; }

    public bool NeedsReason { get; init; }

    public bool HasEndedByStaff { get; init; }

    public bool IsHeld => Student.Status == EnrollmentStatus.Held;

    public bool IsProcessing => Student.Status == EnrollmentStatus.Processing;
}

public sealed record RefundedStudent(int EnrollmentId, string Name, string Number, string Email, string Course, EnrollmentStatus Status)
{
    public required string TimeZone { get; init; }

    public DateTime FirstClassAtUtc { get; init; }
}

public sealed record PaymentChoice(int Id, Money Sum, Money Left, string Method, DateTime PaidAtUtc, bool IsContested);

/// <summary>Class by class: what each has cost and what comes back of it; the sums add up to the cent.</summary>
public sealed record RuleTable(WithdrawalQuote Quote, IReadOnlyList<RuleClass> Classes, int Begun)
{
    public int NotBegun => Quote.Classes - Quote.ClassesCounted;

    public string Over => Quote.ClassesOver == 1 ? "1 class was over" : $"{Quote.ClassesOver} classes were over";

    public Money Rest => Quote.Policy.Paid - Quote.Policy.Used;
}

public sealed record RuleClass(int Number, DateTime StartsAtUtc, bool IsCounted, Money Share);

public sealed record Happening(string What, string Text);
