namespace Sweet.Domain.Cases;

/// <summary>What a choice on an open case would do as things are, before anybody decides.</summary>
/// <param name="Refusal">Why it cannot be chosen at all, or null.</param>
/// <param name="Back">What goes back where nobody says a sum.</param>
/// <param name="NeedsSum">No rule says how much goes back.</param>
public sealed record CaseOutlook(CaseResolution Resolution, CaseRefusal? Refusal, CaseSeat Seat, Money Back, bool NeedsSum)
{
    /// <summary>The largest sum that a person may say; zero where none is taken.</summary>
    public Money Most { get; init; }
}

/// <summary>What becomes of the seat of a case's enrollment.</summary>
public enum CaseSeat
{
    AsItIs,
    Stays,
    Confirmed,

    /// <summary>The hold had ended: a free seat is taken.</summary>
    Taken,

    /// <summary>A confirmed seat is given back.</summary>
    Ends,

    /// <summary>An unpaid seat is given back.</summary>
    Released,
}
