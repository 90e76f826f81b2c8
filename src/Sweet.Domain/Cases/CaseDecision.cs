namespace Sweet.Domain.Cases;

/// <param name="Reason">Why, in the words of whoever decides.</param>
/// <param name="Amount">
/// How much goes back, in whole units of the payment's currency. Null: nothing with a seat that is kept, all that is owed without.
/// </param>
public sealed record CaseDecision(CaseResolution Resolution, string Reason, decimal? Amount = null)
{
    /// <summary><see cref="CaseRules.Seen"/> as the page showed it; null where no page did.</summary>
    public string? Seen { get; init; }
}

public enum CaseResolution
{
    /// <summary>The seat is kept, or confirmed; of an odd payment a part may go back.</summary>
    Seat,

    /// <summary>The money goes back, all of it or a part, and the seat is given up; what does not go back stays with us.</summary>
    Refund,

    /// <summary>Whatever was to do was done elsewhere.</summary>
    Noted,

    /// <summary>The emails that were withheld leave after all.</summary>
    Mail,

    /// <summary>It came right by itself; nobody decides so.</summary>
    Healed,
}

/// <summary>Why a case closed without a person, as the case and the history of its enrollment keep it.</summary>
public static class CaseReasons
{
    public const string StudentWithdrew = "The student withdrew.";
    public const string StaffEnded = "Staff ended the enrollment.";
    public const string RefundsLeft = "No refund waits for the balance anymore.";
    public const string NoneStuck = "No refund is stuck anymore.";
    public const string Compared = "A later comparison could settle it.";
    public const string AddressCorrected = "The student corrected the address on their page, which says what the email said.";

    public static string MovedTo(string number) => $"The seat moved to {number}.";

    public static string StripeSays(string word) => $"Stripe says {word}.";
}

/// <summary>Why a case cannot be resolved as somebody asks.</summary>
public enum CaseRefusal
{
    Resolved,

    /// <summary>Seat or money moved since the page was opened: what it said the choices do is no longer so.</summary>
    Changed,

    /// <summary>Of a case of this kind it would mean nothing, or no order claims its money.</summary>
    NotForThisKind,
    NoSeat,
    HasAnotherSeat,

    /// <summary>The enrollment was cancelled.</summary>
    SeatEnded,

    /// <summary>All of the payment has gone back, a withdrawal has counted it, or the failed refund was tried again already.</summary>
    NothingLeft,

    /// <summary>A sum can be given only for a refund of which no rule says how much it is.</summary>
    TakesNoSum,

    /// <summary>No rule says how much goes back, or money went back at Stripe since, and nobody has said the sum.</summary>
    SumMissing,

    /// <summary>The sum is not above zero, finer than the currency, or more than is owed.</summary>
    SumNotOwed,
}
