namespace Sweet.Web.Reconciling;

/// <summary>A part of a step: what of it has to be settled, and where the next part begins.</summary>
/// <param name="Cursor">The last object of this part; null if the step ends with it.</param>
/// <param name="Calls">How often Stripe was asked to find that out.</param>
public sealed record Batch(IReadOnlyList<Unsettled> Objects, string? Cursor, int Calls);

/// <summary>An object on which we and Stripe may not agree.</summary>
/// <param name="Id">Stripe's.</param>
public sealed record Unsettled(string Id, Func<CancellationToken, Task> Settle)
{
    /// <summary>Of a session: its payment, as far as we know it.</summary>
    public string? PaymentIntentId { get; init; }

    /// <summary>It has failed before: that it does again says nothing of Stripe.</summary>
    public bool IsKnownToFail { get; init; }
}
