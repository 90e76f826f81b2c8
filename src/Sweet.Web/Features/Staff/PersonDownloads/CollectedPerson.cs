namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>What goes into the file: its parts in the order in which they are read.</summary>
/// <param name="Number">Of the enrollment that it was asked for from.</param>
public sealed record CollectedPerson(string Number, IReadOnlyDictionary<string, object> Parts);
