using System.Text;

namespace Sweet.Web.Wording.Calendars;

/// <summary>Writes the lines of an iCalendar file (RFC 5545).</summary>
/// <remarks>Ical.Net 5.2 folds between the two halves of an emoji and destroys it; here a line breaks between whole signs only.</remarks>
public sealed class CalendarWriter
{
    private const int LineMaxOctets = 75;

    private readonly StringBuilder text = new();

    public void Begin(string component) => Line("BEGIN", component);

    public void End(string component) => Line("END", component);

    /// <summary>Free text: what has a meaning in the format is escaped, other control signs are left out.</summary>
    public void Text(string name, string value)
    {
        var escaped = new StringBuilder();
        foreach (var sign in value.ReplaceLineEndings("\n"))
        {
            if (sign == '\n') escaped.Append("\\n");
            else if (sign is '\\' or ';' or ',') escaped.Append('\\').Append(sign);
            else if (!char.IsControl(sign)) escaped.Append(sign);
        }

        Line(name, escaped.ToString());
    }

    /// <summary>A value as the format wants it: a time, a number, an address.</summary>
    public void Line(string name, string value)
    {
        var octets = 0;
        // A line break in a value would begin another line.
        foreach (var rune in $"{name}:{value}".EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (octets + rune.Utf8SequenceLength > LineMaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    public override string ToString() => text.ToString();
}
