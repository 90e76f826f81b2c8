namespace Sweet.Domain.Enrollments;

/// <summary>
/// Somebody asks for the links of an address. Answered by a worker and then deleted: the request itself does the same
/// for every address, so that its time tells nobody who is enrolled.
/// </summary>
public sealed class LinkRequest
{
    private LinkRequest()
    {
    }

    public LinkRequest(EmailAddress email, DateTime nowUtc)
    {
        Email = email.Text;
        EmailKey = email.Key;
        AskedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    public DateTime AskedAtUtc { get; private set; }
}
