using CallCenter.Abstractions.Calls;

namespace CallCenter.Abstractions.History;

/// <summary>What history has of a recorded conversation.</summary>
/// <param name="Conversation">The number of the <see cref="ConversationRecord"/>.</param>
/// <param name="IsDeleted">Whether its sound is gone; who spoke when stays.</param>
public sealed record RecordedConversation(int Conversation, RecordingRecord Recording, bool IsDeleted);
