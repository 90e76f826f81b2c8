namespace Sweet.Web.Hosting.Security;

/// <summary>
/// How often one client address, or one account that is signed in, may do what costs a seat, an email, or a guess. Counted by each
/// instance for itself.
/// </summary>
public sealed class RateLimitsOptions
{
    public const string Section = "RateLimits";

    /// <summary>Generous: a clinic's staff may register together from behind one address.</summary>
    public RateLimit Registration { get; set; } = new() { Permits = 60 };

    public RateLimit Mail { get; set; } = new() { Permits = 10 };

    /// <summary>Of somebody who is signed in: an admin invites a whole team.</summary>
    public RateLimit StaffMail { get; set; } = new() { Permits = 60 };

    /// <summary>Colleagues sign in together from behind one address; wrong tries make the account itself pause.</summary>
    public RateLimit SignIn { get; set; } = new() { Permits = 20 };
}

public sealed class RateLimit
{
    public int Permits { get; set; }

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
