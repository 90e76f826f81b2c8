namespace Sweet.Domain.Waitlists;

public enum WaitlistStatus
{
    /// <summary>Typed, and not confirmed by the link that was emailed to the address: not in line yet.</summary>
    Unconfirmed,
    Waiting,

    /// <summary>A seat is kept for a time, and counts as taken.</summary>
    Offered,

    /// <summary>The seat became an enrollment.</summary>
    Accepted,
    Lapsed,
    Left,
}

/// <summary>Why nobody gets in line, or takes a seat by an offer.</summary>
public enum WaitlistRefusal
{
    /// <summary>A seat can be had at once.</summary>
    SeatsAreFree,

    /// <summary>The cohort takes no registrations any more, or not yet.</summary>
    NotOpen,

    AlreadyEnrolled,

    /// <summary>Nothing is free that could be offered.</summary>
    NoSeat,

    /// <summary>The person is not waiting any more.</summary>
    NotWaiting,

    /// <summary>The payment goes back, or went another way already.</summary>
    ChoiceOver,
}
