using System.Globalization;

namespace Sweet.Domain.Courses.Persons;

/// <summary>
/// Testimonials of former students: shown with their consent, and no longer once it is taken back. The history, which keeps all, has
/// neither name nor words.
/// </summary>
public static class TestimonialRules
{
    private const string Subject = "Testimonial";

    /// <param name="course">With its testimonials.</param>
    /// <returns>True if it was not there yet.</returns>
    public static bool Add(this Course course, PlannedTestimonial said, Actor by, DateTime nowUtc)
    {
        if (course.Testimonials.Any(s => s.IsShown && s.Text == said.Text && s.AgreedBy == said.AgreedBy)) return false;

        course.Append(new Testimonial(said, nowUtc), nowUtc);
        course.Record(Subject, from: null, Shown(said.AgreedOn), by, nowUtc);
        return true;
    }

    /// <summary>May be repeated.</summary>
    /// <returns>True if it was shown until now.</returns>
    public static bool Withdraw(this Course course, Testimonial testimonial, Actor by, DateTime nowUtc)
    {
        if (!testimonial.IsShown) return false;

        testimonial.Withdraw(nowUtc);
        course.Record(Subject, Shown(testimonial.AgreedOn), "Consent withdrawn", by, nowUtc);
        return true;
    }

    private static string Shown(DateOnly agreedOn) =>
        string.Create(CultureInfo.InvariantCulture, $"Shown, agreed on {agreedOn:yyyy-MM-dd}");
}
