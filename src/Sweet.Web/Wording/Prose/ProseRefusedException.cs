namespace Sweet.Web.Wording.Prose;

/// <summary>A text that is not rendered; the message is for who wrote it.</summary>
internal sealed class ProseRefusedException(string message, Exception? cause = null) : Exception(message, cause);
