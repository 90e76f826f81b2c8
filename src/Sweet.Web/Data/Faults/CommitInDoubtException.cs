namespace Sweet.Web.Data.Faults;

/// <summary>The connection broke in the middle of a commit, and the database did not say afterwards whether it had happened.</summary>
/// <remarks>Nothing that passes: a second run might do again what the first has done.</remarks>
public sealed class CommitInDoubtException(Exception cause) : Exception("It is not known whether this was committed.", cause);
