namespace Sweet.Domain.Courses.Persons;

/// <summary>What a former student says of a course, shown as they agreed; with the proof that they did.</summary>
public sealed class Testimonial
{
    public const int TextMaxLength = 500;
    public const int ShownAsMaxLength = 120;
    public const int AgreedByMaxLength = 150;
    public const int AgreedHowMaxLength = 300;

    private Testimonial()
    {
    }

    internal Testimonial(PlannedTestimonial said, DateTime nowUtc)
    {
        Text = said.Text;
        ShownAs = said.ShownAs;
        AgreedBy = said.AgreedBy;
        AgreedOn = said.AgreedOn;
        AgreedHow = said.AgreedHow;
        AddedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>First name or initial, and profession: "Maria K., social worker".</summary>
    public string ShownAs { get; private set; } = "";

    /// <summary>The whole name, for staff only.</summary>
    public string AgreedBy { get; private set; } = "";

    public DateOnly AgreedOn { get; private set; }

    /// <summary>"By email, to this wording"; for staff only.</summary>
    public string AgreedHow { get; private set; } = "";

    public DateTime AddedAtUtc { get; private set; }

    /// <summary>Set once the consent is taken back: no page shows it from then on.</summary>
    public DateTime? WithdrawnAtUtc { get; private set; }

    public bool IsShown => WithdrawnAtUtc is null;

    internal void Withdraw(DateTime nowUtc) => WithdrawnAtUtc = nowUtc;
}

public sealed record PlannedTestimonial(string Text, string ShownAs, string AgreedBy, DateOnly AgreedOn, string AgreedHow);
